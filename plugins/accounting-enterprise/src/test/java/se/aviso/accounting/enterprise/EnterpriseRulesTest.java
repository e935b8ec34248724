package se.aviso.accounting.enterprise;

import java.time.Clock;
import java.util.Map;
import se.aviso.spi.PluginContext;
import se.aviso.spi.accounting.AccountingRules;
import se.aviso.testkit.accounting.AccountingRulesContract;

class EnterpriseRulesTest extends AccountingRulesContract {
    private static final String RULES = """
            # everything that a table can say
            role=REVENUE type=ar -> account=3011 share=3012:30,3013:7 cost={group} defer=2970 text="Avgift {type}"
            role=REVENUE product=T* -> account=3051 project=BUTIK dim20={product}
            from 2027-06-01
            account=3000-3999 level=2,3 -> cost={group} share=3012:30@cost={level1}@dim20=A,3012:7@cost={level3} defer=2970
            -> text="Aviso"
            """;

    @Override
    protected AccountingRules rules() {
        return new EnterpriseRules();
    }

    @Override
    protected PluginContext context() {
        return new PluginContext(Map.of(EnterpriseRules.SETTING, RULES), Clock.systemUTC(), false);
    }
}
