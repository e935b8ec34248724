package se.aviso.app.link;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import se.aviso.link.LogInLinks;
import se.aviso.spi.dispatch.Message;

/** The mail that carries a link to log in, in the member's language. */
final class LogInMail {
    /** The root bundle is Swedish; the server's own language must not come between. */
    private static final ResourceBundle.Control SWEDISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private LogInMail() {}

    /** @param baseUrl under which browsers reach this installation */
    static Message of(LogInOutbox.Letter letter, String baseUrl) {
        var to = letter.to();
        var words =
                ResourceBundle.getBundle("se.aviso.app.link.mail", Locale.forLanguageTag(to.language()), SWEDISH_ELSE);
        var english = words.getLocale().getLanguage().equals("en");
        var address = baseUrl + "/public/enter.xhtml?key=" + letter.key().text() + (english ? "&language=en" : "");
        var facts = new Object[] {to.name(), letter.sender(), address, LogInLinks.LIFE.toMinutes()};
        return new Message(
                letter.id(),
                new Message.Sender(letter.sender(), ""),
                new Message.Recipient(to.name(), to.address()),
                new Message.Body(
                        MessageFormat.format(words.getString("subject"), facts),
                        MessageFormat.format(words.getString("text"), facts)),
                List.of());
    }
}
