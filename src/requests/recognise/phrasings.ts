/** What people write when they exercise a right, and what only sounds like it: the neighbours that a message is held against. */
import type { Right } from '../clock/rights.ts';

/** One line for each phrasing; made up, none of anybody's. */
export const phrasings: readonly { readonly right: Right; readonly lines: string }[] = [
  {
    right: 'access',
    lines: `
Welche Daten haben Sie über mich gespeichert?
Ich hätte gern Einsicht in meine Personalakte
Bitte schicken Sie mir die Aufnahme von meinem Anruf
Quelles informations avez-vous sur moi?
Je voudrais une copie de mon dossier
¿Qué datos tienen sobre mí?
Quiero una copia de mi expediente
What is in my file at your practice?
I'd like to read the emails where my boss talks about me
Please let me have the footage of me at your till on the 3rd
My landlord gave you things about me, I want to see them
I want to know everything you have stored on my mum, I am her attorney
Who at your company has opened my record, and when?
Could you print what your system says about me?
My client instructs me to ask for all her records
Can I see the file you keep about me?
What do you know about my daughter?
I want the CCTV from the lobby when my bike was stolen, I am the one in the red jacket
Send me the recording of the call I had with your agent yesterday
Please give me everything my old manager wrote about me
How did you get my address? Who told you where I live?
My father died and I would like to see the letters you had from him
As his guardian I ask for the records you have of my brother
I'd like my exam papers and what the examiner wrote
Could I have my dental records and the x-rays?
Which of your people looked at my file?
I stayed at your hotel in May, send me all that you stored about my stay
Show me the reasons why my card was refused, and the score you gave me
I need my payslips and my appraisal from when I worked for you
What did the nurse write down about me?
Give me the log of when I opened the door with my badge
I want to know who you gave my email to
We are solicitors for Mr Hall and ask for his complete file; authority attached
All chats between me and your support since January please
The doorbell camera of your tenant has me on it, can I get a copy
Please tell me what your app stores about where I have been
I was a patient of yours until 2019 and would like my notes
I applied for a job with you, what did the interviewers say about me?
Do you have any photos of my son from the school trip? We would like them
She wants to know what we have on her
caller asks for a copy of everything we hold under his name`,
  },
  {
    right: 'erasure',
    lines: `
Bitte löschen Sie alles, was Sie über mich haben
Nehmen Sie mein Foto von Ihrer Seite
Supprimez mon compte et toutes mes données
Retirez ma photo de votre site
Borren todos mis datos
Quiten mi foto de su página
I don't exist for you any more, clear me out
My face is in your brochure and nobody asked me, take it out
You still have me on file, why? I want that to end
Please remove what your blog says about me
Take my picture off your page
Please destroy my CV, I found another job
Close my account and bin whatever you have
I never want to hear that you still have my number in your system
Remove the video where my kid is in it
Get my name out of your directory
My ex made an account with my details, please get rid of it
You should not have my old address any more, delete it
I left years ago, why am I still on your website as staff?
Wipe my phone's data from your app
Please forget that I was ever a member
Our late grandmother's account is still up, can it be taken down?
That old forum post has my full name, I want it gone
scrap everything you collected from my watch
I withdraw my application, do not keep my documents`,
  },
  {
    right: 'rectification',
    lines: `
Meine Adresse ist falsch, bitte ändern Sie sie
Mon nom est mal écrit, corrigez-le
Mi apellido está mal, cámbienlo
The date of my birth in your letter is not mine
You call me Sir, I am a woman
That note about me is simply untrue
My birthday is wrong in your app
You spell my surname with one t, it has two
I moved, this is my new address
Your letter says I owe money which I paid in June, put that right
I am not divorced, change that in my file
My pronouns are they and them, please update my profile
The report about my accident has the wrong car in it
I have changed my name by deed poll
You have me down as a smoker and I never was
My pupil record says I failed maths but I passed`,
  },
  {
    right: 'restriction',
    lines: `
Bitte verwenden Sie meine Daten nicht, bis das geklärt ist
Ne touchez pas à mon dossier jusqu'au jugement
No usen mis datos hasta que se aclare
Keep the recording safe for my claim and use it for nothing else
Don't delete the footage, I need it for court, but don't show it to anybody
Leave my file alone until the appeal is decided
Please stop using my details while you check whether they are right
Keep my records but lock them
Hold off doing anything with my data for now
Freeze my profile until we have sorted this out`,
  },
  {
    right: 'objection',
    lines: `
Ich möchte nicht, dass Sie mein Verhalten auswerten
Ihre Kamera filmt meinen Garten
Je ne veux pas que vous analysiez mes achats
Votre caméra filme mon balcon
No quiero que analicen lo que compro
Su cámara graba mi puerta
Don't feed what I write into your model
I refuse to be scored by a program
Nobody should follow what I do in your app
I do not want to be tracked on your site
Please don't use my posts to teach your AI
Your new camera films my front door, I am not happy about it
Stop working out what I might buy
I don't want my loyalty card data to be analysed
Stop sharing my driving data with insurers
I don't agree to you looking at my social media
A machine rejected my application, I want a human to check
Your system flagged me as fraud by itself, somebody should look at this again
I don't want my child to be assessed by software
Leave my usage out of your statistics`,
  },
  {
    right: 'portability',
    lines: `
Geben Sie mir meine Daten als Datei für den neuen Anbieter
Donnez mes relevés à mon nouveau fournisseur
Quiero llevarme mi historial a otra empresa
I want my data in a format that the other bank can read
Send my playlists to my new music service
I'm changing doctors, transfer my records to the new practice
Can I download all my runs so that another app can read them?
Export my contacts please, I am leaving
Give me my energy readings in a file for the new supplier
Pass my usage history to my new provider
I want to take my photos and messages with me to a different service`,
  },
  {
    right: 'direct_marketing_objection',
    lines: `
Keine Werbung mehr bitte
Rufen Sie mich nicht mehr an
Arrêtez de m'envoyer des publicités
Ne m'appelez plus
Dejen de enviarme publicidad
No me llamen más
STOP STOP STOP
Enough with the emails
Delete my number from your dialler
No more texts please
Stop
do not contact me again
I keep getting your catalogue, enough
Take me off this list
Please stop ringing me about solar panels
I don't want your offers
Unsubscribe me from everything
why do you still send me vouchers, I asked you to stop
Not interested, don't write again`,
  },
  {
    right: 'consent_withdrawal',
    lines: `
Ich ziehe meine Einwilligung zurück
Je retire mon accord
Retiro mi consentimiento
I said you could film me, I do not want that now
I was in your trial but I am out now
I no longer want you to use my photo on the poster, I take back my yes
I've changed my mind about the study, count me out
You had my permission for the fingerprint scanner, not any more
I gave consent for the newsletter and the survey and I withdraw it
Please stop the location sharing that I agreed to
I signed the form for the pictures but I don't want it any more`,
  },
  {
    right: 'complaint',
    lines: `
Sie haben meine Daten an Fremde weitergegeben
Votre agence a donné mon adresse à un inconnu
Han dado mis datos a otra persona
Why does my colleague know what I earn?
Somebody read my medical form out loud
You mailed me the papers of a stranger
Your staff looked me up for fun
I never said that you may pass on my number, who allowed that?
You sent my test results to my neighbour
Somebody at your office gossips about my debts
I got an email meant for another customer with her address in it
How could you give my number to my ex husband?
My payslip was lying open on the printer
I asked for my data two months ago and nobody replied
You lost my passport copy, this is a scandal
Everyone could see all our addresses in your email
Your driver told my boss where I was
This is a breach of my privacy and I want an explanation`,
  },
  {
    right: 'client_data_deletion',
    lines: `
We are leaving your platform at the end of the month, return our data and delete it
Our contract is over, please confirm that all our members' data is deleted
As we stop using your service, send us an export of everything and wipe it
We end the agreement; we need a certificate that our customers' data is gone`,
  },
];

/** No request: everyday work, shopping, the press, other law. */
export const traps = `
Can you send me the invoice for last month again?
What time do you open on Sunday?
I forgot my password and cannot log in
Where is my parcel? It should have been here on Monday
Please cancel my order, I chose the wrong size
How much is a membership for students?
I want to complain about the food at your canteen, it was cold
Your website is slow today
Could you change the meeting to Thursday?
Please delete the test rows from the staging table
Can somebody review my pull request?
Freedom of information request: how much did the council spend on lamps?
The police need the manager to call them back about the burglary
I am a journalist and ask for a comment on your merger
How long do we have to answer a request? Asking for the training
What does our policy say about cookies?
Thanks for your help, everything is fine now
Congratulations, you have won a prize, click here
We sell mailing lists, are you interested?
Is your product hosted in Germany?
I would like to book a table for four
My train was late, can I get my money back?
Please fix the light in the corridor
I object to the new building next to the park
Can you give me a reference for Mr Jones, who rented from you?
Which documents do I have to bring for the visa?
The figures in the quarterly report are wrong, correct the total
I need access to the shared drive
Please stop the noise at night
Do you have a data sheet of this machine?
Quote for 500 chairs please
When is the next course about data protection?
Remove the old branch from the repository
I would like to end my phone contract, what is the notice period?
Our auditor needs the balance sheets
Great service, please pass my thanks to Anna
Can I pay by card?
The key does not fit the lock
Please update the price on the quotation
Hi team, the register has three open cases, who takes one?
Is it allowed to record calls with customers?
We want to cancel the window cleaning
The survey about our office chairs closes today
Invitation to the summer party
Who has the minutes of the board meeting?
Could you explain the tariff to me?
The delivery note has the wrong quantity
I lost my umbrella in your shop
How do I unsubscribe customers in the tool?
A court summons for the company has arrived
Please restart the server
I want to speak to your sales team about a discount
Your advert on the bus is ugly
Do we need consent for cookies?
Could I have a VAT receipt?
What is the capital of France?
Please move my appointment to next week
I would like to apply for the job of cook
Can you recommend a good lawyer?
The printer on the second floor is broken
Buy cheap medicine online now
Please confirm my booking for Saturday
I am writing to say that the garden looks lovely
My coffee machine is leaking, is it under guarantee?
The link to the agenda does not work
Can you tell me the opening hours of the archive?
My branch is behind main
Give me everything you have on the spring campaign
What do you know about Docker?
I changed my mind about lunch
Please send me the address of the venue
What do you think about my draft?
My name is Kim and I start in finance today
I am unhappy with my chair
Let us stop using the old tool
Why did you give my task to Tim?
Copy me on that message
Can you delete my comment in the sheet?
Send me the slides please
Could you share your screen?
I need your feedback on the design
Who has my charger?
Please keep me in the loop
Can I have the numbers for July?
My calendar is full on Friday
I moved my desk to the window
Remove me from this meeting please
What do you have planned for the offsite?
I want to see the demo
Stop the build, it is broken
My laptop is slow
Please tell me when you are done
Give me five minutes
I lost my notes from the meeting
Your message did not arrive, send it again
Can you look at my ticket about the printer?
I don't want to use this library
Show me how you did it
Do you have a photo of the new office?
My team is in the other building
Let me know what they said about the budget
Please take my name off the lunch order
I am out on Monday
Which of you has the key to the archive?
We need to move the data to the new cluster
I object, the tests are not ready
How do I correct the spelling in the newsletter?
Send the customer the contract again
Wo finde ich die Rechnung?
Wann haben Sie geöffnet?
Bitte stornieren Sie meine Bestellung
Où est mon colis?
Pouvez-vous m'envoyer la facture?
À quelle heure ouvrez-vous?
¿Dónde está mi pedido?
¿Me pueden enviar la factura?
Quiero cancelar mi reserva
Our school would like to visit your museum
I'd like to know your prices
Is there a doctor free today?
Can you hold the parcel for me?
Thank you for the documents, everything arrived
I want a refund for the concert
Please pass this on to your marketing team
Has the tax office published the new form?
My neighbour's tree hangs over my fence, what can I do?
Please report the damage to the insurer
The bank wants a statement of your company
My ticket is out of date
Her drawing is too large to print
We want to check a reference of a former tenant
What would we do if somebody asks? It is for the quiz
Do I need to bring documents to the desk?
I write for the evening paper, do you comment on the rumour about lost records?
Thanks for sending the file so fast, all good, you can close it
I have been thinking about privacy and personal data lately`;
