"""What pretends: stand-ins for AWS, GitHub and Telegram, and what is tried on them.

    stand_ins   PostgreSQL, a Bot API without chats, and the AWS calls that the bot makes
    gateway     API Gateway in front of one function
    cloud       the AWS calls that a deployment makes: stacks, registry, sam, gateways
    expand      the SAM template as CloudFormation gets it; test_template looks at the result
    world       everything that the pipeline meets
    workflow    GitHub's runner; outcome says what a run must leave behind
    phone       draws scripted chats as a phone shows them

``python -m rehearsal`` runs the pipeline on them, ``accept_image.sh`` an image.
"""
