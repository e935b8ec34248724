package se.aviso.wording;

/** The languages in which documents are written. */
public enum PaperLanguage {
    SV,
    EN;

    /** The language of a member, by its tag; Swedish where it is another. */
    public static PaperLanguage of(String tag) {
        return tag.equals("en") ? EN : SV;
    }

    /** The tag of the language. */
    public String tag() {
        return this == EN ? "en" : "sv";
    }
}
