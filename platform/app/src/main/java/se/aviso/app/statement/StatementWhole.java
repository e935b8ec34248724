package se.aviso.app.statement;

import se.aviso.kernel.GroupId;
import se.aviso.kernel.MemberId;
import se.aviso.statement.AnnualStatement;

/** The statement of a year between a member and a seller. */
record StatementWhole(MemberId member, Seller seller, AnnualStatement statement) {
    /** Who was paid. */
    record Seller(GroupId group, String name) {}
}
