/** Where the office and treasurers begin: what needs a person, what is owed, what comes next. */
@NullMarked
package se.aviso.app.home;

import org.jspecify.annotations.NullMarked;
