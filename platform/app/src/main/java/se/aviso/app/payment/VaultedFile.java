package se.aviso.app.payment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.NoSuchElementException;
import java.util.Optional;
import se.aviso.spi.bank.BankFile;

/** A kept file as a bank format reads it: one piece in memory at a time, no transaction held open. */
record VaultedFile(Vault vault, Vault.Kept kept) implements BankFile {
    @Override
    public String name() {
        return kept.name();
    }

    @Override
    public long size() {
        return kept.size();
    }

    @Override
    public InputStream open() {
        return new SequenceInputStream(new Pieces());
    }

    /** The pieces one after the other. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream asks for an Enumeration
    private final class Pieces implements Enumeration<InputStream> {
        private int position;
        private Optional<byte[]> next = vault.piece(kept.id(), 0);

        @Override
        public boolean hasMoreElements() {
            return next.isPresent();
        }

        @Override
        public InputStream nextElement() {
            var piece = next.orElseThrow(NoSuchElementException::new);
            position++;
            next = vault.piece(kept.id(), position);
            return new ByteArrayInputStream(piece);
        }
    }
}
