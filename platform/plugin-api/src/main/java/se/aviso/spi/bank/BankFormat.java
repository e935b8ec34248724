package se.aviso.spi.bank;

import java.io.IOException;
import java.util.Set;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Reads one kind of bank file. Stateless; called by many threads.
 *
 * <p>The host reads a file twice: the first pass proves the control totals, the second books. Both passes must emit the
 * same events in the same order.
 *
 * @since spi 1.0
 */
public interface BankFormat extends ExtensionPoint {
    /** The stable name of the format, as it stands in the REST API. */
    FormatName name();

    /** How sure the format is that the file is its own, from the first bytes; throws nothing. */
    Confidence probe(Head head);

    /**
     * Streams the file into the sink, in the order of the file.
     *
     * <p>What is wrong with the file goes to the sink as a {@link Problem} with its record and byte offset; an
     * exception means that the bytes could not be read at all.
     */
    void read(BankFile file, BankFileSink sink, PluginContext context) throws IOException;

    /**
     * How many bytes the payment takes whose place the first of these bytes is, so that it can be shown as the bank
     * wrote it, and nothing that may be another's with it.
     *
     * <p>Up to the end of the line or of the file, unless said. Throws nothing, whatever the bytes.
     *
     * @param from at most 64 KiB of the file
     * @return at most as many bytes as are given; 0 where the end cannot be told from them, or no record of its own
     *     begins there
     * @since spi 1.2
     */
    default int recordLength(byte[] from) {
        for (var at = 0; at < from.length; at++) {
            if (from[at] == '\n' || from[at] == '\r') {
                return at;
            }
        }
        return from.length < 1 << 16 ? from.length : 0;
    }

    /** Names of the settings that hold secrets; none unless said. */
    default Set<String> secretSettings() {
        return Set.of();
    }
}
