package se.aviso.spi.bank;

import java.io.IOException;
import java.io.InputStream;

/** The raw bytes of a received file, kept by the host before anybody reads them; can be opened any number of times. */
public interface BankFile {
    /** The name that the file came under; for messages only. */
    String name();

    /** The number of bytes. */
    long size();

    /** The bytes from the first on; the caller closes the stream. */
    InputStream open() throws IOException;
}
