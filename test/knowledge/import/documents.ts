/** Documents of every kind that people bring, each with the passages that have to come out of it and what has to be left out. */
import type { TrackedChanges } from '../../../src/knowledge/import/document.ts';
import {
  cell,
  deleted,
  docx,
  field,
  inserted,
  item,
  note,
  p,
  r,
  row,
  styled,
  table,
} from '../../support/docx-writer.ts';
import { paragraph, pdf } from '../../support/pdf-writer.ts';

export type SampleDocument = {
  readonly name: string;
  readonly why: string;
  readonly bytes: Uint8Array;
  readonly tracked?: TrackedChanges;
  /** Of each passage: its headings, its header row or lead-in where it has one, its words. */
  readonly units: readonly (readonly string[])[];
  readonly leftOut?: readonly (readonly [what: string, text: string])[];
  readonly refused?: RegExp;
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].map((letter) =>
      letter === '’' ? 0x92 : letter === '€' ? 0x80 : letter === '–' ? 0x96 : letter.charCodeAt(0),
    ),
  );
const wide = (text: string, mark: boolean): Uint8Array =>
  new Uint8Array(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'));
const page = (body: string, head = ''): Uint8Array =>
  utf8(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);

const html: readonly SampleDocument[] = [
  {
    name: 'word.htm',
    why: 'a page saved by Word: its title, its contents, lists that are paragraphs, one inside the other',
    bytes: page(
      '<p class=MsoTitle>Guest notice<o:p></o:p></p><p class=MsoToc1><a href="#a">Stays 1</a></p><h1><a name=a>Stays</a></h1><p class=MsoNormal>We ask for:</p>' +
        [
          "First' style='margin-left:36.0pt'><span>·<span>&nbsp; </span></span>a name;",
          "Middle' style='margin-left:72.0pt'>o<span>&nbsp; </span>in full,",
          "Last' style='margin-left:36.0pt'>·<span>&nbsp; </span>an address.",
        ]
          .map((item) => `<p class='MsoListParagraphCxSp${item}</p>\n`)
          .join('') +
        '<p class=MsoNormal>Ask Dr. A. Rahman in Hafenstr. 12.</p>',
    ),
    units: [
      ['Guest notice > Stays', 'We ask for:'],
      ['Guest notice > Stays', 'We ask for:', 'a name;'],
      ['Guest notice > Stays', 'a name;', 'in full,'],
      ['Guest notice > Stays', 'We ask for:', 'an address.'],
      ['Guest notice > Stays', 'Ask Dr. A. Rahman in Hafenstr. 12.'],
    ],
    leftOut: [
      ['table of contents', 'Stays 1'],
      ['list mark', 'o'],
    ],
  },
  {
    name: 'apart.html',
    why: 'one list for each item, a deeper one beside its list, numbers in paragraphs, links to the headings',
    bytes: page(
      '<h1>N</h1><p><a href="#h.1">Keeping</a></p><p><a href="#h.2">Rights</a></p><p><a href="#h.3">Contact</a></p><h2 id="sharing">Keeping</h2><p>We keep:</p><ul class="lst-kix_a-0 start"><li>orders:</li></ul><ul class="lst-kix_a-1 start"><li>paid,</li></ul><ul class="lst-kix_a-0"><li>calls.</li></ul><p>You may:</p><p>1. ask us;</p><p>2. object.</p>',
    ),
    units: [
      ['N > Keeping', 'We keep:'],
      ['N > Keeping', 'We keep:', 'orders:'],
      ['N > Keeping', 'orders:', 'paid,'],
      ['N > Keeping', 'We keep:', 'calls.'],
      ['N > Keeping', 'You may:'],
      ['N > Keeping', 'You may:', 'ask us;'],
      ['N > Keeping', 'You may:', 'object.'],
    ],
    leftOut: [
      ['table of contents', 'Keeping'],
      ['table of contents', 'Rights'],
      ['table of contents', 'Contact'],
    ],
  },
  {
    name: 'site.html',
    why: 'skip links, a bar to share the page, the foot of an entry, and a section on sharing, which is text',
    bytes: page(
      '<a class="skip-link" href="#c">Skip to content</a><main id="c"><article><h1>Notice</h1><section id="sharing"><h2>Sharing</h2><p>We share with <a href="/b">banks</a>.</p></section><p>We keep orders for six years, as the law on taxes wants it from us.</p><div class="sharedaddy"><h3>Share this</h3><a href="/f">Facebook</a></div><footer class="entry-footer"><a href="/e">Edit</a></footer></article></main><div class="region region-footer"><p>Acme, 1 High Road</p></div>',
    ),
    units: [
      ['Notice > Sharing', 'We share with banks.'],
      ['Notice > Sharing', 'We keep orders for six years, as the law on taxes wants it from us.'],
    ],
    leftOut: [
      ['navigation', 'Skip to content'],
      ['navigation', 'Share this Facebook'],
      ['page footer', 'Edit'],
      ['page footer', 'Acme, 1 High Road'],
    ],
  },
  {
    name: 'soup.html',
    why: 'a page of line breaks: a title, bold headings, items with hyphens',
    bytes: page(
      '<center><b>Privacy notice</b></center><br><br><b>Calls</b><br><br>We may:<br>- write,<br>- call.<br><br><b>Keeping</b><br><br>Six years.<br><br>',
    ),
    units: [
      ['Privacy notice > Calls', 'We may:'],
      ['Privacy notice > Calls', 'We may:', 'write,'],
      ['Privacy notice > Calls', 'We may:', 'call.'],
      ['Privacy notice > Keeping', 'Six years.'],
    ],
  },
  {
    name: 'editor.md',
    why: 'marks of Markdown that an editor put where they mean nothing, names of headings, a number behind struck-out words',
    bytes: utf8(
      '# **Notice** {#notice}\n\nAsk Dr\\. Hollis (e\\.g\\. today)\\. We answer\\.\n\n- ~~Old.~~ 1. is kept.\n',
    ),
    units: [
      ['Notice', 'Ask Dr. Hollis (e.g. today).'],
      ['Notice', 'We answer.'],
      ['Notice', '1\\. is kept.'],
    ],
    leftOut: [
      ['struck-out text', 'Old.'],
      ['name of a place', '#notice'],
    ],
  },
  {
    name: 'furniture.html',
    why: 'navigation, header, footer, cookie banner, select',
    bytes: page(
      '<header><a href="/">Acme</a><p>Call 020 7946 0000</p></header><nav><a href="/a">Home</a> <a href="/b">Shop</a></nav>' +
        '<div class="cookie-banner" role="dialog"><p>We use cookies.</p><button>Accept all</button></div>' +
        '<main><h1>Privacy notice</h1><p>We keep orders for six years. We sell nothing.</p><p>Language <select><option>English</option><option>Welsh</option></select></p><p>Write to us at any time about any of this, and we will answer.</p></main><footer>Copyright Acme Ltd</footer>',
    ),
    units: [
      ['Privacy notice', 'We keep orders for six years.'],
      ['Privacy notice', 'We sell nothing.'],
      ['Privacy notice', 'Language'],
      ['Privacy notice', 'Write to us at any time about any of this, and we will answer.'],
    ],
    leftOut: [
      ['page header', 'Acme Call 020 7946 0000'],
      ['navigation', 'Home Shop'],
      ['cookie banner', 'We use cookies. Accept all'],
      ['form control', 'English Welsh'],
      ['page footer', 'Copyright Acme Ltd'],
    ],
  },
  {
    name: 'hidden.html',
    why: 'hidden, struck-out, del, display:none, a class that the style sheet hides',
    bytes: page(
      '<h1>Keeping</h1><p>We keep it for <del>six</del> <ins>two</ins> years.</p><p hidden>Secret one.</p><p style="display: none">Secret two.</p><p>We <s>never</s> share it.</p><p class="x">Secret three.</p><p>Done <span style="text-decoration: line-through">soon</span>.</p>',
      '<style>.x { display:none } @media print { .y { display:none } }</style>',
    ),
    units: [
      ['Keeping', 'We keep it for two years.'],
      ['Keeping', 'We share it.'],
      ['Keeping', 'Done .'],
    ],
    leftOut: [
      ['struck-out text', 'six'],
      ['hidden text', 'Secret one.'],
      ['hidden text', 'Secret two.'],
      ['struck-out text', 'never'],
      ['hidden text', 'Secret three.'],
      ['struck-out text', 'soon'],
    ],
  },
  {
    name: 'merged.html',
    why: 'cells over several rows and columns',
    bytes: page(
      '<h1>Periods</h1><table><tr><th>Data</th><th>Kind</th><th>Kept</th></tr><tr><td rowspan="2">Staff</td><td>Pay</td><td><del>ten</del> six years</td></tr><tr><td>Leave</td><td>two years</td></tr><tr><td>Orders</td><td colspan="2">until the account ends</td></tr><tr><td colspan="3">Website</td></tr><tr><td>Logs</td><td>Server</td><td>30 days</td></tr></table>',
    ),
    units: [
      ['Periods', '| Data | Kind | Kept |', '| Staff | Pay | six years |'],
      ['Periods', '| Data | Kind | Kept |', '| Staff | Leave | two years |'],
      ['Periods', '| Data | Kind | Kept |', '| Orders | until the account ends | until the account ends |'],
      ['Periods > Website', '| Data | Kind | Kept |', '| Logs | Server | 30 days |'],
    ],
    leftOut: [['struck-out text', 'ten']],
  },
  {
    name: 'nested.html',
    why: 'a table inside a cell',
    bytes: page(
      '<h1>T</h1><table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>',
    ),
    units: [],
    refused: /Table 1, row 2 \(line 1\).*inner table below/u,
  },
  {
    name: 'layout.html',
    why: 'a table that only places things',
    bytes: page(
      '<table role="presentation"><tr><td><h1>Notice</h1><p>We keep logs.</p></td></tr><tr><td><table><tr><th>Data</th><th>Kept</th></tr><tr><td>Logs</td><td>30 days</td></tr></table></td></tr></table>',
    ),
    units: [
      ['Notice', 'We keep logs.'],
      ['Notice', '| Data | Kept |', '| Logs | 30 days |'],
    ],
  },
  {
    name: 'headless.html',
    why: 'a table without a header row, and one with a header that nobody marked',
    bytes: page(
      '<h1>N</h1><table><tr><td>Invoices</td><td>seven years</td></tr><tr><td>Logs</td><td>30 days</td></tr></table><p>And:</p><table><tr><td><b>What</b></td><td><b>Why</b></td></tr><tr><td>Name</td><td>To write to you</td></tr></table>',
    ),
    units: [
      ['N', '| Invoices | seven years |'],
      ['N', '| Logs | 30 days |'],
      ['N', 'And:'],
      ['N', '| What | Why |', 'And:', '| Name | To write to you |'],
    ],
  },
  {
    name: 'lists.html',
    why: 'nested and lettered lists, definition lists, details',
    bytes: page(
      '<h1>N</h1><h2>What</h2><p>We hold:</p><ol type="a"><li>your name;</li><li>your address:<ul><li>at home;</li><li>at work.</li></ul></li></ol><dl><dt>Session cookie</dt><dd>Ends when you leave.</dd><dt>Do you sell data?</dt><dd>No.</dd></dl><p>Then more.</p><details><summary>How long?</summary><p>Six years.</p></details><p>Still about what.</p><h2>Who</h2><p>We do.</p>',
    ),
    units: [
      ['N > What', 'We hold:'],
      ['N > What', 'We hold:', 'your name;'],
      ['N > What', 'We hold:', 'your address:'],
      ['N > What', 'your address:', 'at home;'],
      ['N > What', 'your address:', 'at work.'],
      ['N > What', 'Session cookie: Ends when you leave.'],
      ['N > What > Do you sell data?', 'No.'],
      ['N > What', 'Then more.'],
      ['N > What > How long?', 'Six years.'],
      ['N > What', 'Still about what.'],
      ['N > Who', 'We do.'],
    ],
  },
  {
    name: 'run-in.html',
    why: 'bold run-in titles, bold lines, line breaks, notes',
    bytes: page(
      '<h1>Terms of data</h1><p><b>1. Collection.</b> We collect your name.</p><p><strong>2. Security.</strong> We lock it<sup><a href="#n1">1</a></sup> up.</p><p><b>Your rights</b></p><p>• to see;<br>• to erase.</p><p>Acme Ltd<br>1 High Street</p><ol><li id="n1">Where the law allows.</li></ol>',
    ),
    units: [
      ['Terms of data > 1. Collection.', 'We collect your name.'],
      ['Terms of data > 2. Security.', 'We lock it [1] up.'],
      ['Terms of data > Your rights', 'to see;'],
      ['Terms of data > Your rights', 'to erase.'],
      ['Terms of data > Your rights', 'Acme Ltd 1 High Street'],
      ['Terms of data > Your rights', 'Where the law allows.'],
    ],
  },
  {
    name: 'accordion.html',
    why: 'titles in buttons that open what is below them, bold titles on a line of their own',
    bytes: page(
      '<h1>N</h1><h2><button aria-expanded="false">What we hold</button></h2><div><p>Your name.</p></div><div class="consent"><button class="accordion">Consent</button><div><p>You may take it back.</p></div></div><p><strong>Who sees it</strong><br>We do. Nobody else.</p><p><b>We never sell it</b> to anyone.</p><button>Accept</button>',
    ),
    units: [
      ['N > What we hold', 'Your name.'],
      ['N > What we hold > Consent', 'You may take it back.'],
      ['N > What we hold > Who sees it', 'We do.'],
      ['N > What we hold > Who sees it', 'Nobody else.'],
      ['N > What we hold > Who sees it', 'We never sell it to anyone.'],
    ],
    leftOut: [['form control', 'Accept']],
  },
  {
    name: 'contents.html',
    why: 'a table of contents, a link to the top, marks that Markdown would read',
    bytes: page(
      '<h1>N</h1><h2>Contents</h2><ul><li><a href="#a">What we hold</a></li><li><a href="#b">Who sees it</a></li><li><a href="#c">How to ask</a></li></ul><h2 id="a">What we hold</h2><p>Use *stars* and snake_case_names &amp; &lt;tags&gt; [here].</p><p>1. This is a list.</p><p># This is none.</p><p><a href="#top">Back to top</a></p>',
    ),
    units: [
      ['N > What we hold', 'Use \\*stars\\* and snake_case_names & \\<tags> [here].'],
      ['N > What we hold', 'This is a list.'],
      ['N > What we hold', '\\# This is none.'],
    ],
    leftOut: [
      ['table of contents', 'Contents'],
      ['table of contents', 'What we hold Who sees it How to ask'],
      ['link to the top', 'Back to top'],
    ],
  },
];

const word: readonly SampleDocument[] = [
  {
    name: 'title.docx',
    why: 'Word’s Title, headings, a style based on a heading, run-in titles',
    bytes: docx(
      styled('Title', 'Staff privacy') +
        p('For everybody at work.') +
        styled('Heading1', 'Pay') +
        p('We keep pay records.') +
        styled('House', 'Leave') +
        p('We keep leave records.') +
        p(r('3. Sickness. ', '<w:b/>') + r('We keep notes.')) +
        p(r('Closing words', '<w:b/>')) +
        p('That is all.'),
      { title: 'Something else' },
    ),
    units: [
      ['Staff privacy', 'For everybody at work.'],
      ['Staff privacy > Pay', 'We keep pay records.'],
      ['Staff privacy > Pay > Leave', 'We keep leave records.'],
      ['Staff privacy > Pay > Leave > 3. Sickness.', 'We keep notes.'],
      ['Staff privacy > Pay > Leave > Closing words', 'That is all.'],
    ],
  },
  {
    name: 'tracked.docx',
    why: 'tracked changes that nobody decided on',
    bytes: docx(p(r('We keep it for ') + deleted('six') + inserted('two') + r(' years.'))),
    units: [],
    refused: /2 tracked changes.*paragraph 1: deleted “six”; paragraph 1: inserted “two”.*--accept-changes/u,
  },
  {
    name: 'tracked-note.docx',
    why: 'a tracked change in a footnote',
    bytes: docx(p(r('We keep it.') + note(2)), {
      notes: { 2: `${r('For ')}${deleted('six')}${inserted('two')}${r(' years.')}` },
    }),
    units: [],
    refused: /2 tracked changes.*--accept-changes/u,
  },
  {
    name: 'accepted.docx',
    why: 'tracked changes accepted',
    bytes: docx(p(r('We keep it for ') + deleted('six') + inserted('two') + r(' years.'))),
    tracked: 'accept',
    units: [['', 'We keep it for two years.']],
    leftOut: [['deleted by a tracked change', 'six']],
  },
  {
    name: 'rejected.docx',
    why: 'tracked changes rejected',
    bytes: docx(p(r('We keep it for ') + deleted('six') + inserted('two') + r(' years.'))),
    tracked: 'reject',
    units: [['', 'We keep it for six years.']],
    leftOut: [['inserted by a tracked change', 'two']],
  },
  {
    name: 'hidden.docx',
    why: 'hidden and struck-out text, comments, page header and footer, page fields',
    bytes: docx(
      p(
        r('We keep it.') +
          r(' Not really.', '<w:vanish/>') +
          r(' For ever.', '<w:strike/>') +
          r(' Secret.', '<w:rStyle w:val="Secret"/>') +
          r(' Gone.', '<w:dstrike/>'),
      ) +
        p(r('See page ') + field(' PAGE ', '4')) +
        p(r('It is on.', '<w:vanish w:val="0"/>')),
      { header: 'Acme internal', footer: 'Page 1', comments: 'Is this right?' },
    ),
    units: [
      ['', 'We keep it.'],
      ['', 'See page'],
      ['', 'It is on.'],
    ],
    leftOut: [
      ['hidden text', 'Not really.'],
      ['struck-out text', 'For ever.'],
      ['hidden text', 'Secret.'],
      ['struck-out text', 'Gone.'],
      ['page number', '4'],
      ['comment', 'Is this right?'],
      ['page footer', 'Page 1'],
      ['page header', 'Acme internal'],
    ],
  },
  {
    name: 'merged.docx',
    why: 'merged cells, a header row that Word marks, a list in a cell',
    bytes: docx(
      styled('Heading1', 'Periods') +
        table(
          row(['Data', 'Kind', 'Kept'], '<w:tblHeader/>'),
          row([cell('Staff', '<w:vMerge w:val="restart"/>'), 'Pay', 'six years']),
          row([cell('<w:p></w:p>', '<w:vMerge/>'), 'Leave', 'two years']),
          row(['Orders', cell('until closed', '<w:gridSpan w:val="2"/>')]),
          row(['Logs', cell(item('web') + item('mail')), '30 days']),
        ),
    ),
    units: [
      ['Periods', '| Data | Kind | Kept |', '| Staff | Pay | six years |'],
      ['Periods', '| Data | Kind | Kept |', '| Staff | Leave | two years |'],
      ['Periods', '| Data | Kind | Kept |', '| Orders | until closed | until closed |'],
      ['Periods', '| Data | Kind | Kept |', '| Logs | web; mail | 30 days |'],
    ],
  },
  {
    name: 'nested.docx',
    why: 'a table inside a cell',
    bytes: docx(table(row(['A', 'B']), row(['x', cell(`${table(row(['1', '2']))}<w:p></w:p>`)]))),
    units: [],
    refused: /Table 1, row 2 has a table inside a table.*below the outer/u,
  },
  {
    name: 'lists.docx',
    why: 'bullets, nested and lettered lists, a list by style, typed letters',
    bytes: docx(
      styled('Heading1', 'What') +
        p('We hold:') +
        item('your name;') +
        item('your address:') +
        item('at home;', 1) +
        item('at work.', 1) +
        item('your age.') +
        p('You may:') +
        item('see it;', 0, 3) +
        item('erase it.', 0, 3) +
        styled('ListBullet', 'one by style') +
        p('And:') +
        p('(a) typed one;') +
        p('(b) typed two.'),
    ),
    units: [
      ['What', 'We hold:'],
      ['What', 'We hold:', 'your name;'],
      ['What', 'We hold:', 'your address:'],
      ['What', 'your address:', 'at home;'],
      ['What', 'your address:', 'at work.'],
      ['What', 'We hold:', 'your age.'],
      ['What', 'You may:'],
      ['What', 'You may:', 'see it;'],
      ['What', 'You may:', 'erase it.'],
      ['What', 'one by style'],
      ['What', 'And:'],
      ['What', 'And:', '(a) typed one;'],
      ['What', 'And:', '(b) typed two.'],
    ],
  },
  {
    name: 'notes.docx',
    why: 'footnotes, a table of contents, a text box, an unfilled control',
    bytes: docx(
      styled('TOC1', `${r('Keeping')}<w:r><w:tab/></w:r>${r('2')}`) +
        styled('Heading1', 'Keeping') +
        p(r('We keep it six years') + note(2) + r('. Then we erase it.')) +
        p(
          `${r('Beside the box.')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline><w:txbxContent>${p('In the box.')}</w:txbxContent></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('In the box.')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ) +
        `<w:sdt><w:sdtPr/><w:sdtContent>${p('In a control.')}</w:sdtContent></w:sdt>` +
        p(
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click to enter a date')}</w:sdtContent></w:sdt>`,
        ),
      { notes: { 2: 'Except where the law asks for longer.' } },
    ),
    units: [
      ['Keeping', 'We keep it six years.'],
      ['Keeping', 'Then we erase it.'],
      ['Keeping', 'Except where the law asks for longer.'],
      ['Keeping', 'Beside the box.'],
      ['Keeping', 'In the box.'],
      ['Keeping', 'In a control.'],
    ],
    leftOut: [
      ['table of contents', 'Keeping 2'],
      ['placeholder', 'Click to enter a date'],
    ],
  },
  {
    name: 'old.docx',
    why: 'an old Word file under a new name',
    bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
    units: [],
    refused: /save it as \.docx/u,
  },
];

const long =
  'We use what you tell us to answer you, to send what you bought, and to keep the books that the law asks us to keep for six years.';
const portable: readonly SampleDocument[] = [
  {
    name: 'pages.pdf',
    why: 'headings by size, paragraphs that wrap before digits and capitals, page numbers, running heads, a sentence over two pages',
    bytes: pdf([
      [
        { x: 72, y: 40, text: 'Acme privacy notice', size: 9 },
        { x: 72, y: 90, text: 'Privacy notice', size: 20 },
        { x: 72, y: 125, text: '1. Keeping', size: 14, bold: true },
        { x: 72, y: 150, text: 'We keep orders with Acme Limited for a time of at least' },
        { x: 72, y: 164, text: '6 years, and we then erase them together with what The' },
        { x: 72, y: 178, text: 'Company has copied. We sell nothing.' },
        { x: 72, y: 206, text: 'A second paragraph begins here and it goes over to the' },
        { x: 300, y: 810, text: 'Page 1 of 2', size: 9 },
      ],
      [
        { x: 72, y: 40, text: 'Acme privacy notice', size: 9 },
        { x: 72, y: 90, text: 'next page without an end in between.' },
        { x: 72, y: 125, text: '2. Sharing', size: 14, bold: true },
        { x: 72, y: 150, text: 'We share data with:' },
        { x: 84, y: 164, text: '•' },
        { x: 96, y: 164, text: 'banks, where you pay by card or by a transfer from' },
        { x: 96, y: 178, text: 'your own account;' },
        { x: 84, y: 192, text: '•' },
        { x: 96, y: 192, text: 'couriers.' },
        { x: 300, y: 810, text: 'Page 2 of 2', size: 9 },
      ],
    ]),
    units: [
      [
        'Privacy notice > 1. Keeping',
        'We keep orders with Acme Limited for a time of at least 6 years, and we then erase them together with what The Company has copied.',
      ],
      ['Privacy notice > 1. Keeping', 'We sell nothing.'],
      [
        'Privacy notice > 1. Keeping',
        'A second paragraph begins here and it goes over to the next page without an end in between.',
      ],
      ['Privacy notice > 2. Sharing', 'We share data with:'],
      [
        'Privacy notice > 2. Sharing',
        'We share data with:',
        'banks, where you pay by card or by a transfer from your own account;',
      ],
      ['Privacy notice > 2. Sharing', 'We share data with:', 'couriers.'],
    ],
    leftOut: [
      ['running head', 'Acme privacy notice'],
      ['page number', 'Page 1 of 2'],
      ['running head', 'Acme privacy notice'],
      ['page number', 'Page 2 of 2'],
    ],
  },
  {
    name: 'table.pdf',
    why: 'a table by position, with a cell of two lines, between paragraphs',
    bytes: pdf([
      [
        { x: 72, y: 90, text: 'Retention schedule', size: 18, bold: true },
        ...paragraph(long, 72, 120, 440),
        { x: 72, y: 180, text: 'Record', bold: true },
        { x: 220, y: 180, text: 'Kept for', bold: true },
        { x: 380, y: 180, text: 'Why', bold: true },
        { x: 72, y: 200, text: 'Invoices' },
        { x: 220, y: 200, text: 'seven years' },
        { x: 380, y: 200, text: 'tax law' },
        { x: 72, y: 220, text: 'Records of calls' },
        { x: 220, y: 220, text: '90 days' },
        { x: 380, y: 220, text: 'to train staff and to' },
        { x: 72, y: 233, text: 'with customers' },
        { x: 380, y: 233, text: 'settle disputes' },
        { x: 72, y: 253, text: 'Logs' },
        { x: 220, y: 253, text: '30 days' },
        { x: 380, y: 253, text: 'security' },
        { x: 72, y: 295, text: 'After that we erase them.' },
      ],
    ]),
    units: [
      ['Retention schedule', long],
      ['Retention schedule', '| Record | Kept for | Why |', '| Invoices | seven years | tax law |'],
      [
        'Retention schedule',
        '| Record | Kept for | Why |',
        '| Records of calls with customers | 90 days | to train staff and to settle disputes |',
      ],
      ['Retention schedule', '| Record | Kept for | Why |', '| Logs | 30 days | security |'],
      ['Retention schedule', 'After that we erase them.'],
    ],
  },
  {
    name: 'short.pdf',
    why: 'a last column of two lines beside a large title, a mark larger than its words, items whose bullets are drawn',
    bytes: pdf([
      [
        { x: 60, y: 84, text: 'Our notice', size: 18, bold: true },
        ...paragraph(`${long} ${long} ${long} ${long} ${long} ${long}`, 60, 120, 220),
        { x: 60, y: 510, text: 'We keep:' },
        { x: 80, y: 528, text: 'orders of gifts;' },
        { x: 80, y: 542, text: 'calls to us.' },
        { x: 60, y: 562, text: '1.', size: 13 },
        { x: 76, y: 562, text: 'Ask us at any time by post;', size: 11 },
        { x: 320, y: 78, text: 'You may ask to see it at any time you like' },
        { x: 320, y: 92, text: 'by post or by e-mail.' },
      ],
    ]),
    units: [
      ...Array.from({ length: 6 }, () => ['Our notice', long]),
      ['Our notice', 'We keep:'],
      ['Our notice', 'We keep:', 'orders of gifts;'],
      ['Our notice', 'We keep:', 'calls to us.'],
      ['Our notice', 'Ask us at any time by post;'],
      ['Our notice', 'You may ask to see it at any time you like by post or by e-mail.'],
    ],
  },
  {
    name: 'middle.pdf',
    why: 'a cell that stands in the middle of its row',
    bytes: pdf([
      [
        { x: 60, y: 80, text: 'Bases', size: 18, bold: true },
        ...paragraph(long, 60, 110, 470),
        { x: 90, y: 200, text: 'Activity', bold: true },
        { x: 300, y: 200, text: 'Basis', bold: true },
        { x: 60, y: 222, text: 'Our contract with' },
        { x: 280, y: 229, text: 'Contract' },
        { x: 60, y: 236, text: 'the tenant' },
        { x: 60, y: 260, text: 'Gas checks' },
        { x: 280, y: 260, text: 'Law' },
        ...paragraph('That is all that we do with it, and no more than that.', 60, 320, 470),
      ],
    ]),
    units: [
      ['Bases', long],
      ['Bases', '| Activity | Basis |', '| Our contract with the tenant | Contract |'],
      ['Bases', '| Activity | Basis |', '| Gas checks | Law |'],
      ['Bases', 'That is all that we do with it, and no more than that.'],
    ],
  },
  {
    name: 'columns.pdf',
    why: 'two columns of running text below a title over both',
    bytes: pdf([
      [
        { x: 72, y: 80, text: 'Our notice', size: 20, bold: true },
        ...paragraph(
          `${long} We tell nobody else about it, unless a court orders us to do so. You may ask to see it at any time.`,
          72,
          120,
          210,
        ),
        ...paragraph(
          'The second column says who we are and where we work. We are a small firm by the sea, and we answer within a month. Write to us by post or by e-mail, or come to see us in the week.',
          320,
          120,
          210,
        ),
      ],
    ]),
    units: [
      ['Our notice', long],
      ['Our notice', 'We tell nobody else about it, unless a court orders us to do so.'],
      ['Our notice', 'You may ask to see it at any time.'],
      ['Our notice', 'The second column says who we are and where we work.'],
      ['Our notice', 'We are a small firm by the sea, and we answer within a month.'],
      ['Our notice', 'Write to us by post or by e-mail, or come to see us in the week.'],
    ],
  },
  {
    name: 'bold.pdf',
    why: 'headings of the same size in bold, numbered clauses, lettered items, a table of contents',
    bytes: pdf(
      [
        [
          { x: 72, y: 80, text: 'Data rules', size: 16 },
          { x: 72, y: 105, text: 'Contents' },
          { x: 72, y: 120, text: 'Collecting ............ 1' },
          { x: 72, y: 135, text: 'Erasing ............... 1' },
          { x: 72, y: 170, text: 'Collecting', bold: true },
          ...paragraph(long, 72, 190, 440),
          { x: 72, y: 250, text: 'Erasing', bold: true },
          { x: 72, y: 270, text: 'We erase:' },
          { x: 90, y: 284, text: '(a) orders after six years;' },
          { x: 90, y: 298, text: '(b) logs after 30 days.' },
          { x: 300, y: 815, text: '1' },
        ],
      ],
      { packed: false },
    ),
    units: [
      ['Data rules > Collecting', long],
      ['Data rules > Erasing', 'We erase:'],
      ['Data rules > Erasing', 'We erase:', '(a) orders after six years;'],
      ['Data rules > Erasing', 'We erase:', '(b) logs after 30 days.'],
    ],
    leftOut: [
      ['table of contents', 'Contents'],
      ['table of contents', 'Collecting ............ 1'],
      ['table of contents', 'Erasing ............... 1'],
      ['page number', '1'],
    ],
  },
  {
    name: 'drawn.pdf',
    why: 'bullets that are drawn and not written, over two pages, and a cell that reaches up to the next',
    bytes: pdf([
      [
        { x: 72, y: 90, text: 'Sharing', size: 18, bold: true },
        ...paragraph(long, 72, 120, 440),
        { x: 72, y: 170, text: 'Record', bold: true },
        { x: 162.4, y: 170, text: 'Kept', bold: true },
        { x: 280, y: 170, text: 'Why', bold: true },
        { x: 72, y: 188, text: 'Names and ages' },
        { x: 162.4, y: 188, text: 'two years' },
        { x: 280, y: 188, text: 'law' },
        { x: 72, y: 206, text: 'Calls' },
        { x: 162.4, y: 206, text: '90 days' },
        { x: 280, y: 206, text: 'disputes' },
        { x: 72, y: 250, text: 'We share data with:' },
      ],
      [
        { x: 100, y: 90, text: 'banks, where you pay us by card or by a transfer that comes from your own' },
        { x: 100, y: 104, text: 'account;' },
        { x: 100, y: 128, text: 'couriers.' },
        { x: 72, y: 160, text: 'We share it with nobody else.' },
      ],
    ]),
    units: [
      ['Sharing', long],
      ['Sharing', '| Record | Kept | Why |', '| Names and ages | two years | law |'],
      ['Sharing', '| Record | Kept | Why |', '| Calls | 90 days | disputes |'],
      ['Sharing', 'We share data with:'],
      [
        'Sharing',
        'We share data with:',
        'banks, where you pay us by card or by a transfer that comes from your own account;',
      ],
      ['Sharing', 'We share data with:', 'couriers.'],
      ['Sharing', 'We share it with nobody else.'],
    ],
  },
  {
    name: 'small.pdf',
    why: 'a small valid file of one line',
    bytes: pdf([[{ x: 72, y: 90, text: 'We keep nothing at all.' }]], { packed: false }),
    units: [['', 'We keep nothing at all.']],
  },
  { name: 'scan.pdf', why: 'pages without words', bytes: pdf([[]]), units: [], refused: /no text.*scanned/u },
];

const plain: readonly SampleDocument[] = [
  {
    name: 'wrapped.txt',
    why: 'hard-wrapped lines, headings in capitals and numbered, bullets that go on',
    bytes: utf8(
      'PRIVACY NOTICE\n\nWe look after what you tell us. This notice says what we keep, for\nhow long, and who sees it. In all of this the law of England and\nWales applies to what we do with it, and we answer to its courts.\n\n1. Keeping\n\nWe keep orders for six years. We keep the names of visitors for a\nyear.\n\n2. Sharing\n\nWe share data with:\n  * banks, where you pay by card or by a transfer from your own\n    account;\n  * couriers.\n\nPage 1 of 1\n',
    ),
    units: [
      ['PRIVACY NOTICE', 'We look after what you tell us.'],
      ['PRIVACY NOTICE', 'This notice says what we keep, for how long, and who sees it.'],
      [
        'PRIVACY NOTICE',
        'In all of this the law of England and Wales applies to what we do with it, and we answer to its courts.',
      ],
      ['PRIVACY NOTICE > 1. Keeping', 'We keep orders for six years.'],
      ['PRIVACY NOTICE > 1. Keeping', 'We keep the names of visitors for a year.'],
      ['PRIVACY NOTICE > 2. Sharing', 'We share data with:'],
      [
        'PRIVACY NOTICE > 2. Sharing',
        'We share data with:',
        'banks, where you pay by card or by a transfer from your own account;',
      ],
      ['PRIVACY NOTICE > 2. Sharing', 'We share data with:', 'couriers.'],
    ],
    leftOut: [['page number', 'Page 1 of 1']],
  },
  {
    name: 'clauses.txt',
    why: 'numbered clauses that are no headings, lettered items, a table of tabs',
    bytes: utf8(
      'Data rules\n\n1. We collect your name and your address.\n2. We erase both after six years.\n\nYou may:\n(a) see them;\n(b) correct them.\n\nWhat\tKept for\nOrders\tsix years\nLogs\t30 days\n',
    ),
    units: [
      ['Data rules', 'We collect your name and your address.'],
      ['Data rules', 'We erase both after six years.'],
      ['Data rules', 'You may:'],
      ['Data rules', 'You may:', '(a) see them;'],
      ['Data rules', 'You may:', '(b) correct them.'],
      ['Data rules', '| What | Kept for |', '| Orders | six years |'],
      ['Data rules', '| What | Kept for |', '| Logs | 30 days |'],
    ],
  },
  {
    name: 'windows.txt',
    why: 'Windows-1252 with its quotes, euros and dashes',
    bytes: latin('Notice\r\n\r\nIt’s kept – for a fee of 5 €.\r\nCafé data stays.\r\n'),
    units: [
      ['Notice', 'It’s kept – for a fee of 5 €.'],
      ['Notice', 'Café data stays.'],
    ],
  },
  {
    name: 'wide.txt',
    why: 'UTF-16 with a mark',
    bytes: wide('Notice\r\n\r\nWe keep Café data.\r\n', true),
    units: [['Notice', 'We keep Café data.']],
  },
  {
    name: 'wide-unmarked.txt',
    why: 'UTF-16 without a mark',
    bytes: wide('Notice\n\nWe keep data for six years.\n', false),
    units: [['Notice', 'We keep data for six years.']],
  },
  {
    name: 'latin.html',
    why: 'a page that says its encoding',
    bytes: latin(
      '<html><head><meta charset="iso-8859-1"></head><body><h1>Avis</h1><p>Données gardées.</p></body></html>',
    ),
    units: [['Avis', 'Données gardées.']],
  },
  {
    name: 'jekyll.md',
    why: 'a Jekyll head with Windows line ends and trailing blanks, headings without a blank, notes, comments, struck-out words, HTML',
    bytes: utf8(
      '---  \r\nlayout: page\r\ntitle: Site privacy\r\ndate: 2025-04-01\r\n--- \r\n##Keeping\r\nWe keep it for ~~six~~ two years.[^1]\r\n\r\n<!-- ask Bob -->\r\n\r\n[^1]: Longer where the law asks.\r\n\r\n**2. Security.** We lock it up.\r\n\r\n<details><summary>More</summary><p>It is <b>locked</b>.</p></details>\r\n\r\n| A | B |\r\n|---|---|\r\n| x | y |\r\n',
    ),
    units: [
      ['Keeping', 'We keep it for two years.[^1]'],
      ['Keeping', '[^1]: Longer where the law asks.'],
      ['Keeping > 2. Security.', 'We lock it up.'],
      ['Keeping > 2. Security. > More', 'It is locked.'],
      ['Keeping > 2. Security. > More', '| A | B |', '| x | y |'],
    ],
    leftOut: [
      ['field of the head', 'layout: page'],
      ['comment', 'ask Bob'],
      ['struck-out text', 'six'],
    ],
  },
  {
    name: 'markdown.md',
    why: 'ordinary Markdown stays as it is',
    bytes: utf8(
      '# Notice\n\nWe keep **all** of [it](https://a.example/b).\n\n- one;\n  - two.\n\n1. three.\n',
    ),
    units: [
      ['Notice', 'We keep **all** of [it](https://a.example/b).'],
      ['Notice', 'one;'],
      ['Notice', 'one;', 'two.'],
      ['Notice', 'three.'],
    ],
  },
  {
    name: 'inline.md',
    why: 'elements inside lines of Markdown',
    bytes: utf8(
      '# N\n\nWe k<b>ee</b>p <a href="/x" title="y">it</a><br/>here, <span>all</span> of it.\n\n| A | B |\n|---|---|\n| one<br>two | <i>x</i> |\n',
    ),
    units: [
      ['N', 'We keep it here, all of it.'],
      ['N', '| A | B |', '| one two | x |'],
    ],
  },
  { name: 'sheet.xls', why: 'another kind of file', bytes: utf8('x'), units: [], refused: /\.docx/u },
];

export const documents: readonly SampleDocument[] = [...html, ...word, ...portable, ...plain];
