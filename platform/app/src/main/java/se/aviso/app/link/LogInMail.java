package se.aviso.app.link;

import java.util.List;
import se.aviso.link.LogInLinks;
import se.aviso.spi.dispatch.Message;

/** The mail that carries a link to log in, in the member's language. */
final class LogInMail {
    private LogInMail() {}

    /** @param baseUrl under which browsers reach this installation */
    static Message of(LogInOutbox.Letter letter, String baseUrl) {
        var to = letter.to();
        var words = MailWords.in(to.language());
        var address =
                baseUrl + "/public/enter.xhtml?key=" + letter.key().text() + (words.areEnglish() ? "&language=en" : "");
        var facts = new Object[] {to.name(), letter.sender(), address, LogInLinks.LIFE.toMinutes()};
        return new Message(
                letter.id(),
                new Message.Sender(letter.sender(), ""),
                new Message.Recipient(to.name(), to.address()),
                new Message.Body(words.with("subject", facts), words.with("text", facts)),
                List.of());
    }
}
