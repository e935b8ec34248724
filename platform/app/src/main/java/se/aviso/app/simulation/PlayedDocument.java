package se.aviso.app.simulation;

import java.util.List;
import java.util.Optional;
import se.aviso.dispatch.Channel;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.MembershipId;
import se.aviso.simulation.OpenDocument;

/**
 * An unpaid document of a group, and the memberships whose periods hang on it.
 *
 * @param channel empty where nothing can be sent
 */
record PlayedDocument(OpenDocument document, GroupId group, Optional<Channel> channel, List<MembershipId> memberships) {
    PlayedDocument with(OpenDocument changed) {
        return new PlayedDocument(changed, group, channel, memberships);
    }
}
