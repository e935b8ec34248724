package se.aviso.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes a plugin's jar away takes nothing of what tenants have decided of it. */
class PluginGoneIT {
    private static final String TENANT = "prov";
    private static final String PLUGIN = "private";

    @TempDir
    Path work;

    @Test
    void choicesAndSettingsAreThereWhenTheJarComesBack() throws Exception {
        var settings = TestPlugins.in(work);
        var jar = Path.of(settings.getOrDefault("AVISO_PLUGINS_DIR", "")).resolve(PLUGIN + "-plugin.jar");
        var aside = work.resolve("aside.jar");
        try (var product = Product.start(settings)) {
            product.books().damage(TENANT, "update tenant set edition = 1 where slug = '" + TENANT + "'");
            var office = product.admin(TENANT);
            new Choosing(office, PLUGIN).onForAll(Map.of("host", "good.example", "password", "mycket-hemligt"));
            var told = office.get("plugin-choices").expect(200).text();
            assertThat(told).contains("good.example", "secretsSet");
            var kept = kept(product);
            assertThat(kept).hasSize(1);

            Files.move(jar, aside);
            reload(product);
            assertThat(formats(office)).doesNotContain("PRIVAT");
            assertThat(kept(product)).isEqualTo(kept);

            Files.move(aside, jar);
            reload(product);
            assertThat(formats(office)).contains("PRIVAT");
            assertThat(kept(product)).isEqualTo(kept);
            assertThat(office.get("plugin-choices").expect(200).text()).isEqualTo(told);
        }
    }

    private static void reload(Product product) {
        product.as(TENANT, "drift").send("POST", "plugins/reload", new byte[0]).expect(200);
    }

    private static String formats(Client office) {
        return office.get("accounting-exports/formats").expect(200).text();
    }

    /** The row as it lies there, its sealed secrets too. */
    private static List<String> kept(Product product) {
        return product.books().column(TENANT, "select c::text from plugin_choice c where plugin = '" + PLUGIN + "'");
    }
}
