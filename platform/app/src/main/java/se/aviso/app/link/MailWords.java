package se.aviso.app.link;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the slice's mails, in the recipient's language. */
record MailWords(ResourceBundle bundle) {
    /** The root bundle is Swedish; the server's own language must not come between. */
    private static final ResourceBundle.Control SWEDISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    static MailWords in(String language) {
        return new MailWords(
                ResourceBundle.getBundle("se.aviso.app.link.mail", Locale.forLanguageTag(language), SWEDISH_ELSE));
    }

    String with(String key, Object... facts) {
        return MessageFormat.format(bundle.getString(key), facts);
    }

    boolean areEnglish() {
        return bundle.getLocale().getLanguage().equals("en");
    }
}
