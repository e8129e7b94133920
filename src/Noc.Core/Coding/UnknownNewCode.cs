using Noc.Drugs;

namespace Noc.Coding;

/// <summary>A code of the HCPCS file that no drug of our list stands for yet.</summary>
/// <param name="Code">The code.</param>
/// <param name="First">Its first day.</param>
/// <param name="Text">Short description of CMS, or the ingredient.</param>
public sealed record UnknownNewCode(HcpcsCode Code, DateOnly First, string Text);
