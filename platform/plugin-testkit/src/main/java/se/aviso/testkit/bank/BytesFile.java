package se.aviso.testkit.bank;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import se.aviso.spi.bank.BankFile;

/** A bank file that stands in memory. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two files
public record BytesFile(String name, byte[] bytes) implements BankFile {
    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
