"""What worker processes do for the web: plain values in, plain values out, nothing left on the disk."""
