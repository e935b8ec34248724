package se.aviso.dispatch;

import java.util.Optional;

/** Where a dispatch stands; the order is the code in the database. */
public enum DispatchState {
    QUEUED,
    /** Taken by a node that makes its document; nothing has left the house. */
    PREPARING,
    /** Being handed over; a crash here leaves the end unknown. */
    HANDED_OVER,
    SENT,
    DELIVERED,
    FAILED,
    BOUNCED,
    /** Nobody knows; held for a human or a receipt. */
    UNKNOWN,
    /** Taken back before anybody got it: before it left the house, or called back from its provider. */
    WITHDRAWN;

    /** True while it waits or is on its way out of the house. */
    public boolean isUnderWay() {
        return switch (this) {
            case QUEUED, PREPARING, HANDED_OVER -> true;
            case SENT, DELIVERED, FAILED, BOUNCED, UNKNOWN, WITHDRAWN -> false;
        };
    }

    /** True when nothing more happens by itself and the document may not have arrived: a human may send it again. */
    public boolean maySendAgain() {
        return switch (this) {
            case FAILED, BOUNCED, UNKNOWN -> true;
            case QUEUED, PREPARING, HANDED_OVER, SENT, DELIVERED, WITHDRAWN -> false;
        };
    }

    /** True when somebody may have the document, as far as we know. */
    public boolean mayHaveLeft() {
        return switch (this) {
            case HANDED_OVER, SENT, DELIVERED, BOUNCED, UNKNOWN -> true;
            case QUEUED, PREPARING, FAILED, WITHDRAWN -> false;
        };
    }

    /** True when surely nobody got it by this channel: another one may be tried without sending it twice. */
    public boolean isLost() {
        return this == FAILED || this == BOUNCED;
    }

    /**
     * Where it stands once a receipt has come; nothing where the receipt says nothing new.
     *
     * <p>The first receipt that ends a dispatch holds: providers tell the same thing several times, and in any order. A
     * receipt of delivery also ends one that is queued again, for it tells of the hand-over before.
     */
    public Optional<DispatchState> told(News news) {
        return switch (this) {
            case HANDED_OVER, UNKNOWN ->
                Optional.of(
                        switch (news) {
                            case TAKEN -> SENT;
                            case DELIVERED -> DELIVERED;
                            case LOST -> BOUNCED;
                        });
            case SENT -> Optional.of(news).filter(any -> news != News.TAKEN).map(any -> end(news));
            case QUEUED, PREPARING -> Optional.of(DELIVERED).filter(any -> news == News.DELIVERED);
            case DELIVERED, FAILED, BOUNCED, WITHDRAWN -> Optional.empty();
        };
    }

    /** True while a provider has it, or may have it, and has not told its end: it can be called back. */
    public boolean mayBeCalledBack() {
        return switch (this) {
            case HANDED_OVER, SENT, UNKNOWN -> true;
            case QUEUED, PREPARING, DELIVERED, FAILED, BOUNCED, WITHDRAWN -> false;
        };
    }

    /**
     * Where it stands once its provider has answered that it stops it; nothing where its end was told meanwhile: the
     * first word holds.
     */
    public Optional<DispatchState> calledBack() {
        return Optional.of(WITHDRAWN).filter(any -> mayBeCalledBack());
    }

    private static DispatchState end(News news) {
        return news == News.DELIVERED ? DELIVERED : BOUNCED;
    }

    /** What a receipt tells of a document that was handed over. */
    public enum News {
        /** The provider has it and goes on with it. */
        TAKEN,
        DELIVERED,
        /** It came back, or never can arrive. */
        LOST
    }
}
