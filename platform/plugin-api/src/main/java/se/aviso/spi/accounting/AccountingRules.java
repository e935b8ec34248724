package se.aviso.spi.accounting;

import java.util.List;
import org.pf4j.ExtensionPoint;
import se.aviso.spi.PluginContext;

/**
 * Decides how postings stand in the general ledger: on which accounts, for which cost centres and projects, in which
 * months. The books themselves stay as they are; rules are asked while an export is written. Stateless; called by many
 * threads, a whole chunk at a time, never inside a transaction.
 *
 * @since spi 1.4
 */
public interface AccountingRules extends ExtensionPoint {
    /** The stable name, capitals, digits and underscores: an export remembers by whose rules it was written. */
    String name();

    /**
     * The rows in place of each part. The same parts and settings get the same rows, whenever they are asked for; a
     * part that no rule concerns is answered by {@link RuledRow#unchanged}.
     *
     * @param chunk some thousand parts at the most; there are some minutes for it
     * @param context the settings as they stood when the export was made, without secrets
     * @return for each part, in their order, one or more rows that come to its amount to the öre; those of a later day
     *     come to nothing by themselves. Anything else is refused as a whole, and no file is written
     */
    List<List<RuledRow>> rule(List<PostedPart> chunk, PluginContext context);

    /**
     * What the customer calls the dimensions that the rules write; of one that is not named the host says what it is.
     *
     * @since spi 1.6
     */
    default List<NamedDimension> dimensions(PluginContext context) {
        return List.of();
    }
}
