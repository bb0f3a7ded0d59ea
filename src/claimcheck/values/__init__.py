"""What mentions mean, normalized so that two can be compared."""
