package se.aviso.app.screen;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the user has set up for themselves in this session: the language, and the group they work with. */
@Named
@SessionScoped
public class Desk implements Serializable {
    @Inject
    Browser browser;

    private @Nullable String language;

    private @Nullable Chosen group;

    /** A group that lists are narrowed to. */
    public record Chosen(UUID id, String name, String path) implements Serializable {}

    /** The language as Java knows it. */
    public Locale getLocale() {
        return getLanguage().equals("en") ? Locale.UK : Locale.forLanguageTag("sv-SE");
    }

    /** The language as HTML knows it: the chosen one, else the browser's. */
    public String getLanguage() {
        return language == null ? browser.language() : language;
    }

    /** Speaks English or Swedish from now on. */
    public void speak(String wanted) {
        language = wanted.equals("en") ? "en" : "sv";
    }

    /** The group worked with; none is all that the user may see. */
    public Optional<Chosen> group() {
        return Optional.ofNullable(group);
    }

    /** Works with a group and all below it from now on. */
    public void choose(Chosen chosen) {
        group = chosen;
    }

    /** Works with everything again. */
    public void chooseAll() {
        group = null;
    }
}
