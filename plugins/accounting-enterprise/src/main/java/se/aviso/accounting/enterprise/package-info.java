/**
 * Accounting rules of a tenant: on which accounts, for which cost centres and projects, and in which months postings
 * stand in the general ledger.
 *
 * <p>Central type: {@link se.aviso.accounting.enterprise.EnterpriseRules}; the rules are a text ({@code RuleTable}).
 * Nothing here books anything: the subledger stays as it is.
 */
@NullMarked
package se.aviso.accounting.enterprise;

import org.jspecify.annotations.NullMarked;
