//! Fitting: which distribution a list of times comes from, with the choice shown.
