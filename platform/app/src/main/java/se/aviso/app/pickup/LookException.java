package se.aviso.app.pickup;

/** A look at a server has failed; the cause is for the log, the failure for people. */
final class LookException extends Exception {
    private final LookFailure failure;

    LookException(LookFailure failure, Throwable cause) {
        super(failure.name(), cause);
        this.failure = failure;
    }

    LookException(LookFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    LookFailure failure() {
        return failure;
    }
}
