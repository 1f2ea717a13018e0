package chat.hubbub.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The page of a test shows notifications, which a headless shell of Chromium cannot. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Notifies {

}
