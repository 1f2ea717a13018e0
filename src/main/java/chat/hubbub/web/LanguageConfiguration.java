package chat.hubbub.web;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.web.servlet.LocaleResolver;

import chat.hubbub.words.Language;
import chat.hubbub.words.Languages;
import chat.hubbub.words.RequestLanguage;

/** Lets templates read the message files: {@code #{key}} is the pattern of a key. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

	@Bean
	LocaleResolver localeResolver() {
		return new LocaleResolver() {
			@Override
			public Locale resolveLocale(HttpServletRequest request) {
				return Locale.forLanguageTag(RequestLanguage.of(request).tag());
			}

			@Override
			public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response,
					@Nullable Locale locale) {
				throw new UnsupportedOperationException("The page sets the cookie itself");
			}
		};
	}

	@Bean
	MessageSource messageSource() {
		// Now, because only this thread has the class loader of extensions.
		Collection<Language> unused = Languages.all();
		return new AbstractMessageSource() {
			@Override
			protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
				Language language = Languages.named(locale.toLanguageTag()).orElse(Languages.ENGLISH);
				return language.knows(code) ? language.pattern(code) : null;
			}

			@Override
			protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
				String pattern = resolveCodeWithoutArguments(code, locale);
				return (pattern != null) ? new MessageFormat(pattern, locale) : null;
			}
		};
	}

}
