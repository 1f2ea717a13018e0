package chat.hubbub.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import chat.hubbub.description.ApiDescription;

/**
 * The page at {@code /api}, which shows the description of the HTTP API to people. It has
 * no script: Swagger UI would need pictures and styles that the page's policy forbids.
 */
@Controller
class ApiPageController {

	private final ApiDescription description;

	private final PageFiles files;

	ApiPageController(ApiDescription description, PageFiles files) {
		this.description = description;
		this.files = files;
	}

	@GetMapping("/api")
	String page(HttpServletRequest request, Model model) {
		model.addAttribute("outline", this.description.outline(request));
		model.addAttribute("files", this.files);
		return "api";
	}

}
