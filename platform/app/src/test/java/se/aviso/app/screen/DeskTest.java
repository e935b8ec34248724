package se.aviso.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnnecessaryAssignment") // as the container would
class DeskTest {
    @Test
    void whoHasChosenNothingIsSpokenToAsTheBrowserAsks() {
        assertThat(deskBefore("en").getLocale()).isEqualTo(Locale.UK);
        assertThat(deskBefore("sv").getLocale()).isEqualTo(Locale.forLanguageTag("sv-SE"));
    }

    @Test
    void whatIsChosenGoesBeforeTheBrowser() {
        var desk = deskBefore("en");
        desk.speak("sv");
        assertThat(desk.getLanguage()).isEqualTo("sv");
    }

    private static Desk deskBefore(String language) {
        var desk = new Desk();
        desk.browser = new Browser() {
            @Override
            public String language() {
                return language;
            }
        };
        return desk;
    }
}
