package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What the server said when it did not take a mail.
 *
 * @param code three digits, or -1 when it said nothing
 * @param silent true when it was waited for in vain; a line that breaks is none
 */
record Reply(int code, boolean silent) {
    private static final int SERVICE_CLOSING = 421;
    private static final int NO_ROOM = 452;
    private static final int TOO_LARGE = 552;

    /** The reply that a failure tells of; the one on the recipient counts before others. */
    static Reply of(MessagingException failed) {
        var code = -1;
        var silent = false;
        Exception at = failed;
        while (at != null) {
            if (at instanceof SMTPAddressFailedException address) {
                return new Reply(address.getReturnCode(), false);
            }
            if (at instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            }
            if (at instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            }
            silent |= at instanceof SocketTimeoutException;
            at = at instanceof MessagingException mail ? mail.getNextException() : null;
        }
        return new Reply(code, silent);
    }

    boolean isNone() {
        return code < 200;
    }

    boolean isClosing() {
        return code == SERVICE_CLOSING;
    }

    boolean isForGood() {
        return code >= 500;
    }

    /** True when it is about the mail's size, which servers may say as soon as they hear of the sender. */
    boolean isOfSize() {
        return code == TOO_LARGE || code == NO_ROOM;
    }
}
