package se.aviso.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {
    private static final URI BASE = URI.create("https://aviso.example");

    @ParameterizedTest
    @CsvSource(textBlock = """
            same-origin, https://evil.example,  false
            none,        ,                      false
            cross-site,  https://aviso.example, true
            same-site,   https://aviso.example, true
            ,            https://aviso.example, false
            ,            http://inside:8080,    false
            ,            https://evil.example,  true
            ,            https://aviso.example.evil.example, true
            ,            null,                  false
            ,            ,                      false
            """)
    void aFormOfSomebodyElsesPageIsForeign(String site, String origin, boolean foreign) {
        assertThat(Origins.isForeign(site, origin, "inside:8080", BASE)).isEqualTo(foreign);
    }
}
