package se.aviso.spi.accounting;

import java.io.IOException;

/** Takes the vouchers of an extract, one by one. */
@FunctionalInterface
public interface VoucherSink {
    /** The next voucher. */
    void voucher(Voucher voucher) throws IOException;
}
