package se.aviso.spi.bank;

/**
 * A place in a file: the record, counted from 1, and the offset of the first byte of what is meant, counted from 0.
 *
 * <p>A record may hold several payments: a line of a text format holds one, an entry of an XML format any number. The
 * offset tells them apart.
 */
public record Place(long record, long byteOffset) {
    @Override
    public String toString() {
        return "record " + record + " at byte " + byteOffset;
    }
}
