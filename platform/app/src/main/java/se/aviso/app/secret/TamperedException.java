package se.aviso.app.secret;

import se.aviso.kernel.MemberId;

/** What is kept for a member was sealed for another, or changed past the product: it is not opened. */
public final class TamperedException extends IllegalStateException {
    TamperedException(String what) {
        super(what + " was not sealed for that");
    }

    TamperedException(MemberId member) {
        super("the personal number kept for member " + member + " was not sealed for this member");
    }
}
