package se.aviso.it.browser;

/** How thoroughly pages are looked at: for every build, or for a proof. */
enum Thoroughness {
    BUILD,
    PROOF;

    /** As the build was told. */
    static final Thoroughness WANTED = System.getProperty("aviso.pages", "").equals("all") ? PROOF : BUILD;

    /** Each page as each user, else as the first to whom it has something to show. */
    boolean looksAsEverybody() {
        return this == PROOF;
    }

    /** Of a table all rows, else the first ten: the others are made by the same lines of the page. */
    boolean looksAtEveryRow() {
        return this == PROOF;
    }

    /**
     * So many links are followed from pages of one kind to pages of another: the first of them may all lead to the same
     * sort of thing.
     */
    int linksOfAKind() {
        return this == PROOF ? 8 : 4;
    }
}
