package se.aviso.spi.bank;

/** A place in a file: the record, counted from 1, and the offset of its first byte, counted from 0. */
public record Place(long record, long byteOffset) {
    @Override
    public String toString() {
        return "record " + record + " at byte " + byteOffset;
    }
}
