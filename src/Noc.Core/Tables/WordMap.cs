namespace Noc.Tables;

/// <summary>Values by text, found by characters without making a string. Filled once, then only read.</summary>
internal sealed class WordMap<T> where T : class
{
    private string?[] _words = new string?[8192];
    private T?[] _values = new T?[8192];
    private int _count;

    /// <summary>The value of a text; null where it has none. Case counts.</summary>
    public T? Find(ReadOnlySpan<char> text)
    {
        var slot = Hash(text) & (_words.Length - 1);
        while (_words[slot] is { } word)
        {
            if (text.SequenceEqual(word)) return _values[slot];
            slot = (slot + 1) & (_words.Length - 1);
        }
        return null;
    }

    /// <summary>Adds a text that is not in it yet.</summary>
    public void Add(string text, T value)
    {
        if (_count * 2 >= _words.Length) Grow();
        Put(_words, _values, text, value);
        _count++;
    }

    private static void Put(string?[] words, T?[] values, string text, T? value)
    {
        var slot = Hash(text) & (words.Length - 1);
        while (words[slot] is not null) slot = (slot + 1) & (words.Length - 1);
        (words[slot], values[slot]) = (text, value);
    }

    private void Grow()
    {
        var words = new string?[_words.Length * 2];
        var values = new T?[words.Length];
        for (var i = 0; i < _words.Length; i++)
            if (_words[i] is { } word) Put(words, values, word, _values[i]);
        (_words, _values) = (words, values);
    }

    private static int Hash(ReadOnlySpan<char> text)
    {
        var hash = 5381u;
        unchecked
        {
            foreach (var c in text) hash = (hash * 33) ^ c;
            hash ^= hash >> 15;
        }
        return (int)(hash & 0x7FFF_FFFF);
    }
}
