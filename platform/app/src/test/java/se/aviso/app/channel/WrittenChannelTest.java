package se.aviso.app.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.spi.PluginContext;
import se.aviso.spi.dispatch.DispatchChannel;
import se.aviso.spi.dispatch.Message;
import se.aviso.spi.dispatch.Receipt;

class WrittenChannelTest {
    private static final DispatchChannel PLUGIN = new DispatchChannel() {
        @Override
        public String name() {
            return "SMS";
        }

        @Override
        public List<Receipt> send(List<Message> messages, PluginContext context) {
            return List.of();
        }

        @Override
        public Set<String> settings() {
            return Set.of("from", "host");
        }

        @Override
        public Set<String> addressSettings() {
            return Set.of("host");
        }

        @Override
        public Set<String> secretSettings() {
            return Set.of("password");
        }
    };

    @Test
    void whatIsWrittenIsRead() {
        var setting = new WrittenChannel(
                        true, 3, Optional.of(12), Optional.of("1 500,50"), Optional.of(60), Map.of("from", "Klubben"))
                .read(Channel.SMS, PLUGIN, Map.of(), 7);

        assertThat(setting.patience()).contains(Duration.ofHours(12));
        assertThat(setting.budget().cap()).contains(Money.ore(150_050));
        assertThat(setting.perMinute()).contains(60);
        assertThat(setting.version()).isEqualTo(7);
    }

    @Test
    void aSecretIsNotSentToAnotherAddressThanItWasGivenFor() {
        var kept = Map.of("host", Optional.of("old.example"), "password", Optional.<String>empty());

        assertThatThrownBy(() -> told(Map.of("host", "new.example")).read(Channel.SMS, PLUGIN, kept, 0))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.faults())
                                .extracting(RuleViolation.Fault::pointer)
                                .containsExactly("/values/password"));
        for (var values : List.of(
                Map.of("host", "new.example", "password", "nytt"),
                Map.of("host", "new.example", "password", ""),
                Map.of("host", "old.example"),
                Map.of("from", "Klubben"))) {
            assertThat(told(values).read(Channel.SMS, PLUGIN, kept, 0).active()).isTrue();
        }
        assertThat(told(Map.of("host", "new.example"))
                        .read(Channel.SMS, PLUGIN, Map.of(), 0)
                        .active())
                .isTrue();
    }

    private static WrittenChannel told(Map<String, String> values) {
        return new WrittenChannel(true, 3, Optional.empty(), Optional.empty(), Optional.empty(), values);
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsPlace() {
        var wrong = new WrittenChannel(
                true,
                0,
                Optional.of(721),
                Optional.of("mycket"),
                Optional.of(0),
                Map.of("apiUrl", "https://elsewhere.example", "password", "två\nrader"));

        assertThatThrownBy(() -> wrong.read(Channel.SMS, PLUGIN, Map.of(), 0))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        violation -> assertThat(violation.faults())
                                .extracting(RuleViolation.Fault::pointer)
                                .containsExactlyInAnyOrder(
                                        "/place",
                                        "/patienceHours",
                                        "/monthlyCap",
                                        "/perMinute",
                                        "/values/apiUrl",
                                        "/values/password"));
    }

    @Test
    void theCascadeIsWhatIsSwitchedOnInItsOrder() {
        var cascade = ChannelSetting.cascade(List.of(
                setting(Channel.LETTER, true, 1), setting(Channel.SMS, false, 2), setting(Channel.EMAIL, true, 2)));

        assertThat(cascade.steps().stream().map(step -> step.channel())).containsExactly(Channel.LETTER, Channel.EMAIL);
    }

    private static ChannelSetting setting(Channel channel, boolean active, int place) {
        return new WrittenChannel(active, place, Optional.empty(), Optional.empty(), Optional.empty(), Map.of())
                .read(channel, PLUGIN, Map.of(), 0);
    }
}
