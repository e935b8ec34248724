package se.aviso.bank.ocrgiro;

/** What has been read of an assignment or of the transmission. */
final class Tally {
    private long amounts;
    private long records;
    private long net;
    private boolean unread;

    /** A record, of whatever type. */
    void countRecord() {
        records++;
    }

    /** An amount that is about to be read. */
    void countAmount() {
        amounts++;
    }

    /** What it is; less than nothing when the bank took it back. */
    void add(long signed) {
        net += signed;
    }

    /** The amount that was counted last cannot be read. */
    void lackAmount() {
        unread = true;
    }

    long amounts() {
        return amounts;
    }

    long records() {
        return records;
    }

    long net() {
        return net;
    }

    boolean isReadWhole() {
        return !unread;
    }
}
