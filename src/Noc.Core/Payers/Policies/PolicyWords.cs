namespace Noc.Payers;

/// <summary>The words of a list that a payer wants of one line: those that narrower policies add, then those of the
/// value that counts. Each word once, with the narrowest value that says it. Allocates nothing.</summary>
public readonly struct PolicyWords
{
    private readonly PolicyEntry[]? _entries;
    private readonly PolicySubject _line;

    internal PolicyWords(PolicyEntry[] entries, in PolicySubject line) => (_entries, _line) = (entries, line);

    /// <summary>True where the payer says nothing.</summary>
    public bool IsEmpty
    {
        get
        {
            foreach (var _ in this) return false;
            return true;
        }
    }

    /// <summary>The value that says a word; null where none does.</summary>
    public PolicyEntry? Of(string word)
    {
        foreach (var one in this)
            if (one.Word == word) return one.Entry;
        return null;
    }

    /// <summary>Whether a word is among them.</summary>
    public bool Contains(string word) => Of(word) is not null;

    /// <summary>The bare words.</summary>
    public IReadOnlyList<string> ToList()
    {
        var words = new List<string>();
        foreach (var one in this) words.Add(one.Word);
        return words;
    }

    /// <summary>Goes through the words.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the words.</summary>
    public struct Enumerator
    {
        private readonly PolicyWords _words;
        private int _entry, _word;

        internal Enumerator(in PolicyWords words) => (_words, _entry, _word) = (words, -1, -1);

        /// <summary>The word at hand.</summary>
        public readonly PolicyWord Current => new(_words._entries![_entry].Value.Words[_word], _words._entries[_entry]);

        /// <summary>Goes on; false behind the last word.</summary>
        public bool MoveNext()
        {
            if (_words._entries is not { } entries) return false;
            while (true)
            {
                if (_entry >= 0)
                {
                    while (++_word < entries[_entry].Value.Words.Count)
                        if (!IsSaidBefore(entries[_entry].Value.Words[_word])) return true;
                    if (!entries[_entry].Value.Adds) return false;
                }
                do
                    if (++_entry >= entries.Length)
                    {
                        _entry = entries.Length - 1;
                        return false;
                    }
                while (!entries[_entry].Includes(_words._line));
                _word = -1;
            }
        }

        private readonly bool IsSaidBefore(string word)
        {
            for (var i = 0; i < _entry; i++)
                if (_words._entries![i].Value.Has(word) && _words._entries[i].Includes(_words._line)) return true;
            return false;
        }
    }
}
