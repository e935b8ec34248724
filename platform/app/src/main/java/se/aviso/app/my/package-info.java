/** What members see of their own: what they owe and how to pay it. */
@NullMarked
package se.aviso.app.my;

import org.jspecify.annotations.NullMarked;
