package se.aviso.app.identity;

/** What was asked of the identity provider was not done. */
public final class TaskFailed extends RuntimeException {
    private final TaskFailure failure;

    /**
     * What went wrong, in words without anything personal.
     *
     * @param what for the log
     */
    public TaskFailed(TaskFailure failure, String what) {
        super(failure + ": " + what);
        this.failure = failure;
    }

    TaskFailure failure() {
        return failure;
    }
}
