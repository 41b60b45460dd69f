// Tests of the clerks’ command line.
