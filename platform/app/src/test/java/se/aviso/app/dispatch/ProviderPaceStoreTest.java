package se.aviso.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

class ProviderPaceStoreTest {
    /** A channel that calls a server. */
    private static final class Posts implements DispatchChannel {
        @Override
        public String name() {
            return "LETTER";
        }

        @Override
        public Set<String> addressSettings() {
            return Set.of("sftpPort", "sftpHost");
        }

        @Override
        public List<Receipt> send(List<Message> messages, PluginContext context) {
            return List.of();
        }
    }

    @Test
    void whoeverCallsTheSameServerSharesItsPace() {
        var one = provider(Map.of("sftpHost", "print.example ", "sftpPort", "22", "sftpUser", "brf"));
        var other = provider(Map.of("sftpHost", "print.example", "sftpPort", "22", "sftpUser", "kfum"));

        assertThat(one).isEqualTo(other).isEqualTo("LETTER print.example 22");
    }

    @Test
    void anotherServerIsAnotherProviderAndTheOperatorsFolderIsOneForAll() {
        assertThat(provider(Map.of("sftpHost", "print.example", "sftpPort", "2222")))
                .isEqualTo("LETTER print.example 2222");
        assertThat(provider(Map.of("folder", "/letters/brf"))).isEqualTo("LETTER");
    }

    private static String provider(Map<String, String> settings) {
        return ProviderPaceStore.provider(new Posts(), new PluginContext(settings, Clock.systemUTC(), false));
    }
}
