package se.aviso.app.bankfile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import se.aviso.app.screen.Texts;

/** What a bank format is called in the user's words; one that is new to us has its name. */
@Named
@RequestScoped
public class FormatWords {
    private static final String KEY = "bankfile.format.";

    @Inject
    Texts texts;

    /** The words for a format of that name, as {@code BGMAX}. */
    public String of(String name) {
        var words = texts.get(KEY + name);
        return words.equals(KEY + name) ? name : words;
    }
}
