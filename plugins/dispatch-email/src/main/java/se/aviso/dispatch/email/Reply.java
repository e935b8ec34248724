package se.aviso.dispatch.email;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What the server said when it did not take a mail.
 *
 * @param code three digits, or -1 when it said nothing
 */
record Reply(int code) {
    private static final int SERVICE_CLOSING = 421;

    /** The reply that a failure tells of; the one on the recipient counts before others. */
    static Reply of(MessagingException failed) {
        var code = -1;
        Exception at = failed;
        while (at != null) {
            if (at instanceof SMTPAddressFailedException address) {
                return new Reply(address.getReturnCode());
            }
            if (at instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            }
            if (at instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            }
            at = at instanceof MessagingException mail ? mail.getNextException() : null;
        }
        return new Reply(code);
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
}
