"""From mentions to claims: frames over the parse, relations as data, the canonical sentence."""
