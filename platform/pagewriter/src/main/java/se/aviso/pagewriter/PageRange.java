package se.aviso.pagewriter;

/** The pages of a document in a file of many; the first page of the file is 1, both ends belong to it. */
public record PageRange(int first, int last) {}
