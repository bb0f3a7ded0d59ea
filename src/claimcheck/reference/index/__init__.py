"""Tables compiled into arrays that are looked up where they lie: in memory, or mapped from a file."""
