package se.aviso.app.dunning;

import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.aviso.app.member.MembershipTypeBodies.NamesBody;
import se.aviso.dispatch.Channel;

/** A level as a page writes it; one without days is none. */
public class LevelForm implements Serializable {
    private final int number;
    private String days = "";
    private String sv = "";
    private String en = "";
    private String fee = "";
    private boolean interest;
    private String channel = "";

    LevelForm(int number) {
        this.number = number;
    }

    static LevelForm of(int number, PolicyBodies.LevelBody level) {
        var form = new LevelForm(number);
        form.days = Integer.toString(level.afterDays());
        form.sv = level.text().map(NamesBody::sv).orElse("");
        form.en = level.text().map(NamesBody::en).orElse("");
        form.fee =
                level.fee().filter(amount -> !amount.equals("0.00")).orElse("").replace('.', ',');
        form.interest = level.interest();
        form.channel = level.channel().map(Channel::name).orElse("");
        return form;
    }

    /** The level in the form of the API; empty where no days are written. */
    Optional<PolicyBodies.LevelBody> body() {
        var written = days.strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PolicyBodies.LevelBody(
                written.matches("\\d{1,4}") ? Integer.parseInt(written) : -1,
                Optional.of(new NamesBody(sv, en)),
                Optional.of(fee),
                interest,
                Optional.of(channel).filter(name -> !name.isEmpty()).map(Channel::valueOf)));
    }

    public int getNumber() {
        return number;
    }

    public String getDays() {
        return days;
    }

    public void setDays(String days) {
        this.days = days;
    }

    public String getSv() {
        return sv;
    }

    public void setSv(String sv) {
        this.sv = sv;
    }

    public String getEn() {
        return en;
    }

    public void setEn(String en) {
        this.en = en;
    }

    public String getFee() {
        return fee;
    }

    public void setFee(String fee) {
        this.fee = fee;
    }

    public boolean isInterest() {
        return interest;
    }

    public void setInterest(boolean interest) {
        this.interest = interest;
    }

    public String getChannel() {
        return channel;
    }

    /** The choice without a value comes as none. */
    public void setChannel(@Nullable String channel) {
        this.channel = Objects.requireNonNullElse(channel, "");
    }
}
