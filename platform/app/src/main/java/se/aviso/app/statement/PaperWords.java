package se.aviso.app.statement;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import se.aviso.statement.Payment;

/** The words of receipts and statements beside those of the templates, in the recipient's language. */
final class PaperWords {
    /** The root bundle is Swedish; the server's own language must not come between. */
    private static final ResourceBundle.Control SWEDISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private PaperWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    static PaperWords of(String language) {
        return new PaperWords(ResourceBundle.getBundle(
                "se.aviso.app.statement.paper", Locale.forLanguageTag(language), SWEDISH_ELSE));
    }

    String say(String key, Object... facts) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(facts);
    }

    /** How money came in. */
    String way(Payment.Way way) {
        return bundle.getString("way." + way);
    }
}
