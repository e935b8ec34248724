package se.aviso.it.plugin;

import java.util.List;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;

/** Rules that leave everything as it is, for those who have turned them on; others may be on already. */
@Extension
public class RivalRules implements AccountingRules {
    @Override
    public String name() {
        return "RIVAL";
    }

    @Override
    public List<List<RuledRow>> rule(List<PostedPart> chunk, PluginContext context) {
        return chunk.stream().map(part -> List.of(RuledRow.unchanged(part))).toList();
    }
}
