package se.aviso.spi.accounting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Writes vouchers as a file for an accounting system. Stateless; called by many threads, never inside a transaction.
 * The same vouchers make the same bytes, whenever and however often they are written.
 *
 * @since spi 1.2
 */
public interface AccountingFormat extends ExtensionPoint {
    /** The stable name of the format, as it stands in addresses: capitals, digits and underscores. */
    String name();

    /** How the file's name ends, without a dot. */
    String ending();

    /** What HTTP calls it. */
    String mediaType();

    /**
     * Writes all vouchers, one after the other: there may be a million. It reads them once, and leaves the stream open.
     * A voucher that has no rows, for rules put both its sides on one account, is not written.
     */
    void write(BooksExtract books, OutputStream out, PluginContext context) throws IOException;

    /** The names of settings that hold secrets; none unless said. */
    default Set<String> secretSettings() {
        return Set.of();
    }
}
