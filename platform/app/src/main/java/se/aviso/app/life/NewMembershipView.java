package se.aviso.app.life;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.app.member.FindMembershipTypes;
import se.aviso.app.member.FindMemberships;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Texts;
import se.aviso.app.tenant.ShowTenant;

/** Begins a membership of one who is a member already, or was one. */
@Named
@ViewScoped
public class NewMembershipView implements Serializable {
    @Inject
    transient BeginMembership begin;

    @Inject
    transient FindMembershipTypes types;

    @Inject
    transient ShowTenant tenant;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private String groupId = "";
    private String typeId = "";
    private String joinedOn = "";

    @PostConstruct
    void load() {
        joinedOn = tenant.today().toString();
    }

    /** Begins it for the member that the page is about. */
    public void begin(String member) {
        Runnable work = () -> begin.begin(
                Written.chosen(member, ""),
                new BeginMembership.Wish(
                        Written.chosen(groupId, "/groupId"),
                        Written.chosen(typeId, "/typeId"),
                        Optional.of(Written.day(joinedOn, "/joinedOn"))));
        if (notices.attempt(work, texts.get("life.begin.not"))) {
            notices.done(texts.get("life.begin.done"));
        }
    }

    /** The types that it can be of. */
    public List<FindMemberships.Type> getTypes() {
        return types.open();
    }

    public String getGroupId() {
        return groupId;
    }

    /** The choice without a value comes as none. */
    public void setGroupId(@Nullable String groupId) {
        this.groupId = Objects.requireNonNullElse(groupId, "");
    }

    public String getTypeId() {
        return typeId;
    }

    /** The choice without a value comes as none. */
    public void setTypeId(@Nullable String typeId) {
        this.typeId = Objects.requireNonNullElse(typeId, "");
    }

    public String getJoinedOn() {
        return joinedOn;
    }

    public void setJoinedOn(String joinedOn) {
        this.joinedOn = joinedOn;
    }
}
