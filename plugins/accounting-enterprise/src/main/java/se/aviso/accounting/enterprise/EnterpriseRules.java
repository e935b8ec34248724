package se.aviso.accounting.enterprise;

import java.util.List;
import org.pf4j.Extension;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.spi.accounting.NamedDimension;
import se.aviso.spi.accounting.PostedPart;
import se.aviso.spi.accounting.RuledRow;

/** The rules that the tenant has written in the setting {@code rules}. */
@Extension
public class EnterpriseRules implements AccountingRules {
    /** The setting that holds the table. */
    static final String SETTING = "rules";

    @Override
    public String name() {
        return "ENTERPRISE";
    }

    @Override
    public List<List<RuledRow>> rule(List<PostedPart> chunk, PluginContext context) {
        var table = RuleTable.read(context.setting(SETTING, ""));
        return chunk.stream().map(table::rows).toList();
    }

    @Override
    public List<NamedDimension> dimensions(PluginContext context) {
        return RuleTable.read(context.setting(SETTING, "")).dimensions();
    }
}
