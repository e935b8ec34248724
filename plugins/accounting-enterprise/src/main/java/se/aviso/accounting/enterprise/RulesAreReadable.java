package se.aviso.accounting.enterprise;

import java.util.Optional;
import org.pf4j.Extension;
import se.aviso.spi.ConnectionTest;
import se.aviso.spi.PluginContext;

/** Reads the table before it is kept, and says which line makes no sense. */
@Extension
public class RulesAreReadable implements ConnectionTest {
    @Override
    public Optional<String> problem(PluginContext context) {
        try {
            RuleTable.read(context.setting(EnterpriseRules.SETTING, ""));
            return Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.ofNullable(unreadable.getMessage());
        }
    }
}
