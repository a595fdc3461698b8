export const about = {
  "about.rules.title": "Community rules",
  "about.rules.lede": "So that everybody finds help here, and likes to give it.",
  "about.rules.1.title": "Be kind",
  "about.rules.1.text":
    "Behind every question is somebody whose appliance is not doing its job. Answer the problem, not the person.",
  "about.rules.2.title": "Say what you know",
  "about.rules.2.text":
    "An answer that says what you tried and what happened helps more than a guess. Say so when you are guessing.",
  "about.rules.3.title": "Keep private things private",
  "about.rules.3.text":
    "Serial numbers, addresses and order numbers do not belong in a public text. In the chat with support they are safe.",
  "about.rules.4.title": "No advertising",
  "about.rules.4.text":
    "Recommend what helped you. Selling, links for money and copies of other people's texts are removed.",
  "about.rules.5.title": "Danger comes first",
  "about.rules.5.text":
    "Do not open what is connected to mains or gas. Advice that could hurt somebody is hidden until it is checked.",
  "about.rules.6.title": "How we decide",
  "about.rules.6.text":
    "Texts that break a rule are hidden by people of {company}, with a reason to the author. Whoever disagrees can appeal once, and somebody else decides.",
  "about.privacy.title": "Privacy",
  "about.privacy.lede": "What this community keeps, and what it does not.",
  "about.privacy.1.title": "Your account",
  "about.privacy.1.text":
    "Your name, your e-mail address and what you set in your profile. The address is shown to nobody.",
  "about.privacy.2.title": "What you write in public",
  "about.privacy.2.text":
    "Questions, answers and comments stay with the name you chose. You can change or delete them.",
  "about.privacy.3.title": "What you write to support",
  "about.privacy.3.text":
    "A chat can be read by you and by the support team of {company}. Something from it is published only when you agree, without names and numbers.",
  "about.privacy.4.title": "Searches",
  "about.privacy.4.text":
    "The words of searches are kept for 90 days, so that missing guides are noticed; e-mail addresses and long numbers in them are masked. Whose search it was is forgotten after 14 days, and a visitor's key presses are kept together for one day, by a code without a name.",
  "about.privacy.5.title": "Cookies",
  "about.privacy.5.text":
    "One cookie keeps you signed in, small ones remember your language. There are none for advertising, and no other company is told of your visit.",
  "about.privacy.6.title": "Your rights",
  "about.privacy.6.text":
    "You may see what is kept about you, have it corrected and have it deleted. With an account you do it yourself, under Settings, “Your data”; there it also says how long what is kept. Otherwise write to the address in the imprint.",
  "about.imprint.title": "Imprint",
  "about.imprint.lede": "Who answers for these pages.",
  "about.imprint.1.title": "Company",
  "about.imprint.1.text": "{legalName}, Hangweg 12, 24937 Flensburg, Germany",
  "about.imprint.2.title": "Contact",
  "about.imprint.2.text": "community@nordhang.example",
  "about.imprint.3.title": "Texts of members",
  "about.imprint.3.text":
    "Members answer for what they write. {company} checks what is reported and removes what breaks the law or the rules.",
  "about.accessibility.title": "Accessibility",
  "about.accessibility.lede": "Everybody should find help here, however they use the web.",
  "about.accessibility.1.title": "What we aim for",
  "about.accessibility.1.text":
    "These pages follow WCAG 2.2 at level AA: contrast, sizes, focus, words beside every sign and colour.",
  "about.accessibility.2.title": "Keyboard",
  "about.accessibility.2.text":
    "Everything can be reached without a mouse. The key ? lists the shortcuts; they never fire inside a field.",
  "about.accessibility.3.title": "Without script",
  "about.accessibility.3.text":
    "Reading and searching work without JavaScript. Large text and narrow screens need no sideways scrolling.",
  "about.accessibility.4.title": "Something gets in your way?",
  "about.accessibility.4.text":
    "Tell us at the address in the imprint what you wanted to do. We answer and mend it.",
};
